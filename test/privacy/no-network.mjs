import dgram from "node:dgram";
import dns from "node:dns";
import { writeSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

/** Loaded before a program (`node --import`) and in its threads: whatever reaches for the network kills the process. A throw might be caught. */
function forbid(owner, name, shown) {
  if (typeof owner?.[name] !== "function") return;
  owner[name] = () => {
    writeSync(2, `reached for the network: ${shown}.${name}\n`);
    process.kill(process.pid, "SIGKILL");
  };
}

const functionsOf = (owner) => Object.keys(owner).filter((name) => /^[a-z]/.test(name));

for (const name of functionsOf(dns)) forbid(dns, name, "dns");
for (const name of functionsOf(dns.promises)) forbid(dns.promises, name, "dns.promises");
for (const [shown, owner] of Object.entries({ http, https, http2 })) {
  for (const name of ["request", "get", "connect", "createServer", "createSecureServer"]) forbid(owner, name, shown);
}
for (const name of ["connect", "createConnection", "createServer"]) forbid(net, name, "net");
forbid(net.Socket.prototype, "connect", "net.Socket");
for (const name of ["connect", "createServer"]) forbid(tls, name, "tls");
forbid(dgram, "createSocket", "dgram");
for (const name of ["fetch", "WebSocket", "EventSource"]) forbid(globalThis, name, "globalThis");
syncBuiltinESMExports();
