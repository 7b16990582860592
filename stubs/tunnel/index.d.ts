declare const noAgent: () => undefined;

export { noAgent as httpOverHttp, noAgent as httpOverHttps, noAgent as httpsOverHttp, noAgent as httpsOverHttps };
