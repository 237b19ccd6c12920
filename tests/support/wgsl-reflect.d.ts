/** The package's own entry for Node does not load as a module; this entry does, and has the same types. */
declare module 'wgsl_reflect/wgsl_reflect.module.js' {
  export * from 'wgsl_reflect';
}
