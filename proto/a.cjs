const { main, processIo } = require("../dist/cjs/command.cjs");
main(process.argv.slice(2), processIo("/tmp/w3-lead/")).then((c)=>{process.exitCode=c});
