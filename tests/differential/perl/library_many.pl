# differential: Modules of the standard distribution load and answer.
# exit: 0
use Data::Dumper;
use Digest::MD5 qw(md5_hex);
use Encode;
use File::Temp qw(tempdir);
use JSON::PP;
use List::Util qw(reduce shuffle);
use MIME::Base64;
use Scalar::Util qw(looks_like_number weaken dualvar);
use Storable qw(dclone);
use Time::HiRes qw(sleep);

$Data::Dumper::Sortkeys = 1;
print Dumper({ a => [1, 'é', undef], b => \'x', c => qr/y/i }), md5_hex('x'), ' ', encode('UTF-16BE', 'a') eq "\0a" ? 1 : 0, ' ', JSON::PP->new->canonical->encode({ b => [1, 2.5], a => undef }), "\n";
print reduce { $a * $b } 1 .. 10;
print "\n", 0.1 + 0.2, ' ', 1e21, ' ', ~0, ' ', -7 % 3, ' ', sprintf('%vd %s %.3g', '1.22.333', 'é', 1234.5678), "\n";
