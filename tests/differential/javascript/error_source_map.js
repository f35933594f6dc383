// differential: Stacks are of the file that runs, whatever its comment about sources says.
// exit: 1
function fail() { throw new Error("mapped?"); }
console.log(process.sourceMapsEnabled);
fail();
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIm9yaWdpbmFsLnRzIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiJBQUFBIn0=
