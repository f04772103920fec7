const Module=require("module"),vm=require("vm"),fs=require("fs"),path=require("path");
const make=process.env.MAKE;const made=[];
Module._extensions['.cjs']; 
const orig=Module.prototype._compile;
Module.prototype._compile=function(content,filename){
  if(!filename.includes('/dist/cjs/'))return orig.call(this,content,filename);
  const wrapper=Module.wrap(content);let cached;
  try{ if(!make) cached=fs.readFileSync(filename+'.cache')}catch{}
  const script=new vm.Script(wrapper,{filename,cachedData:cached,importModuleDynamically:vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER});
  if(cached&&script.cachedDataRejected)console.error('rejected');
  if(make)made.push([filename+'.cache',script]);
  const fn=script.runInThisContext();
  const m=this;const req=(id)=>m.require(id);
  return fn.call(this.exports,this.exports,req,this,filename,path.dirname(filename));
};
const t0=performance.now();const { main, processIo } = require("../dist/cjs/command.cjs");const t1=performance.now();
main(process.argv.slice(2), processIo("/tmp/w3-lead/")).then((c)=>{process.exitCode=c;if(process.env.T)console.error("T",t0.toFixed(1),(t1-t0).toFixed(1),(performance.now()-t1).toFixed(1)); for(const[f,s]of made)fs.writeFileSync(f,s.createCachedData())});
