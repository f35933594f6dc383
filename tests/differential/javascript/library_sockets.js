// differential: TCP, UDP and unix sockets; no way out of the machine.
// exit: 0
const dgram = require("node:dgram");
const net = require("node:net");

const server = net.createServer((socket) => socket.end("hello").on("close", () => server.close()));
server.listen("path.sock", () => net.connect("path.sock").on("data", (data) => console.log(String(data), server.address())));
const udp = dgram.createSocket("udp4");
setTimeout(() => udp.bind(0, "127.0.0.1", () => udp.send("datagram", udp.address().port, "127.0.0.1")), 150);
udp.on("message", (message, { address }) => udp.close(() => console.log(String(message), address)));
setTimeout(() => net.connect(80, "192.0.2.1").on("error", (error) => console.log(error.code)), 50);
setTimeout(() => require("node:dns").lookup("localhost", (error, address) => console.log(error, address)), 100);
