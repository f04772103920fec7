const before=new Set(process.moduleLoadList);
require("./b.cjs");
setImmediate(()=>{console.error(process.moduleLoadList.filter(x=>!before.has(x)).map(x=>x.replace('NativeModule ','')).join(' '))});
