# differential: PYTHONNOUSERSITE and PYTHONUSERBASE.
# env: {"PYTHONNOUSERSITE": "1", "PYTHONUSERBASE": "/work/base"}
# exit: 0
import site
import sys

print(site.ENABLE_USER_SITE, site.USER_BASE, site.USER_SITE, sys.flags.no_user_site, site.PREFIXES)
