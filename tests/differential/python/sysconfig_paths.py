# differential: Paths and variables of the installation.
# exit: 0
import sysconfig

for name, path in sorted(sysconfig.get_paths().items()):
    print(name, path)
print(sysconfig.get_platform(), sysconfig.get_python_version(), sysconfig.get_config_var("EXT_SUFFIX"), sysconfig.get_default_scheme(), sysconfig.is_python_build())
