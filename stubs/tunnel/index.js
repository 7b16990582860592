// Stands in for the real tunnel, which @actions/http-client takes for agents of its own; every request here has an
// agent of ours. The real one knows no keep-alive and no time-out, and prints Node's warnings DEP0005 and DEP0123.
const noAgent = () => undefined;

export const httpOverHttp = noAgent;
export const httpOverHttps = noAgent;
export const httpsOverHttp = noAgent;
export const httpsOverHttps = noAgent;
