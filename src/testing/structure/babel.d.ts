// The one function of @babel/core that the structure checks use; the package brings no types.
declare module '@babel/core' {
  export function parseSync(
    code: string,
    options: { filename: string; babelrc: false; configFile: false; parserOpts: { plugins: readonly string[] } },
  ): unknown
}
