echo "${BASH_SOURCE[0]} $0 ${shared-none} ${exported-none} $# $SHLVL"
from_part=set
return 3 2>/dev/null
exit 4
