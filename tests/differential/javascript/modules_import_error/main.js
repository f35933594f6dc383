// differential: What failed imports of ES modules say.
// exit: 0
(async () => {
  for (const name of ["./absent.mjs", "absent", "./only.mjs", "data:text/javascript,export default 42", "node:nothing", "http://localhost/x.mjs", "./broken.mjs"]) {
    try {
      const { default: value, ...others } = await import(name);
      console.log(name, value, others);
    } catch (error) {
      console.log(name, error.name, error.code, error.message.split("\n")[0]);
    }
  }
})();
