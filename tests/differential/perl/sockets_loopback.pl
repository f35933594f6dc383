# differential: A server and a child on loopback, and select.
# exit: 0
use IO::Select;
use IO::Socket::INET;

my $server = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1') or die $@;
if (!(my $child = fork)) {
    my $client = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $server->sockport) or die $@;
    print $client "hello\n";
    exit;
}
my ($ready) = IO::Select->new($server)->can_read(5);
my $peer = $ready->accept;
print scalar <$peer>, $peer->peerhost, "\n";
wait;
print IO::Socket::INET->new(PeerAddr => '127.0.0.1:1') ? 'open' : $@, "\n";
