// Stands in for the real undici, which @actions/http-client imports for one method that is never called here
// (getAgentDispatcher). Without it and the other stubs the bundle is a sixth of the size.
export class ProxyAgent {}
