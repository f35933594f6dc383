-- differential: The environment, as os.getenv shows it.
-- env: {"EMPTY": "", "UNICODE": "naïve ☃"}
-- exit: 0
for _, name in ipairs { "PATH", "HOME", "LANG", "TMPDIR", "EMPTY", "UNICODE", "NOTHING", "_", "PWD", "LUA_INIT" } do
  print(name, string.format("%q", os.getenv(name)))
end
os.execute("env | sort")
