# expect: ok
# prints: pong 6 a,b,c
use strict;
use warnings;
use IO::Socket::INET;
use List::Util qw(sum);

my $server = IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1") or die "listen: $!";
my $port = $server->sockport;
my $pid = fork // die "fork: $!";
if ($pid == 0) {
    my $client = $server->accept;
    print $client "pong\n";
    exit 0;
}
my $socket = IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $port) or die "connect: $!";
chomp(my $answer = <$socket>);
waitpid $pid, 0;
my @sorted = split /\n/, `printf 'c\\nb\\na\\n' | sort`;
print "$answer ", sum(1, 2, 3), " ", join(",", @sorted), "\n";
