# differential: HOME decides where user packages are looked for; .pth files and usercustomize there are run.
# env: {"HOME": "/work"}
# exit: 0
import site
import sys

print(site.ENABLE_USER_SITE, site.getusersitepackages(), site.getuserbase())
print([entry for entry in sys.path if entry.startswith("/work")])
import from_home

print(from_home.value)
