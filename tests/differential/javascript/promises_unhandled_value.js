// differential: A rejection with something that is no error.
// exit: 1
Promise.reject({ reason: "an object", nested: { deep: [1] } });
