// differential: A file of certificates that does not exist is warned about.
// env: {"NODE_EXTRA_CA_CERTS": "/work/absent.pem", "NODE_TLS_REJECT_UNAUTHORIZED": "1"}
// exit: 0
console.log(require("node:tls").rootCertificates.length > 100, process.env.NODE_EXTRA_CA_CERTS);
