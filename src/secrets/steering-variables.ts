/** Variables that the runner keeps for itself: it drops or overwrites what an action writes (GITHUB_TOKEN alone is free). */
const KEPT_BY_RUNNER = /^(?:NODE_OPTIONS|GITHUB_(?!TOKEN$).*|RUNNER_.*)$/;

/**
 * Variables that change which program a later step runs, or what it loads, trusts or sends where.
 *
 * Whoever may rename a Secret on the server must not be able to take over the job with it.
 */
const TAKES_OVER = new Set(
  [
    'PATH PATHEXT HOME SHELL COMSPEC SYSTEMROOT WINDIR USERPROFILE CI ACT IFS ENV PS0 PS1 PS2 PS3 PS4 CDPATH TMPDIR TEMP TMP',
    'PROMPT_COMMAND SHELLOPTS BASHOPTS ZDOTDIR PSMODULEPATH EDITOR VISUAL PAGER BROWSER LESSOPEN LESSCLOSE GCONV_PATH',
    'GLIBC_TUNABLES LOCPATH VIRTUAL_ENV PERLLIB RUBYOPT RUBYLIB GEM_HOME GEM_PATH BUNDLE_GEMFILE BUNDLE_PATH PHPRC',
    'PHP_INI_SCAN_DIR CLASSPATH JAVA_HOME JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS MAVEN_OPTS',
    'MAVEN_ARGS GRADLE_OPTS GRADLE_USER_HOME DOTNET_STARTUP_HOOKS GOFLAGS GOPROXY GOENV GOROOT GOPATH GOTOOLCHAIN GOSUMDB',
    'GONOSUMDB GOINSECURE CARGO_HOME RUSTFLAGS CC CXX CFLAGS LDFLAGS MAKEFLAGS MAKEFILES SSH_ASKPASS SSH_AUTH_SOCK KUBECONFIG',
    'DOCKER_CONFIG DOCKER_HOST DOCKER_CONTEXT DOCKER_CERT_PATH HELM_PLUGINS AWS_CONFIG_FILE AWS_CA_BUNDLE PROXY CURL_HOME',
    'CURL_CA_BUNDLE REQUESTS_CA_BUNDLE SSLKEYLOGFILE AWS_SHARED_CREDENTIALS_FILE GNUMAKEFLAGS WGETRC FPATH CPATH',
    'C_INCLUDE_PATH CPLUS_INCLUDE_PATH LIBRARY_PATH PKG_CONFIG_PATH CMAKE_TOOLCHAIN_FILE DOTNET_ROOT COMPOSER_HOME',
    'DOTNET_ADDITIONAL_DEPS DOTNET_SHARED_STORE',
  ].flatMap((names) => names.split(' ')),
);

/** The same for whole families of variables. */
const TAKES_OVER_PREFIXES = [
  ...['LD_', 'DYLD_', 'BASH_', 'XDG_CONFIG_', 'XDG_DATA_', 'NODE_', 'NPM_CONFIG_', 'PYTHON', 'PIP_', 'PERL5', 'LUA_'],
  ...[
    'COR_',
    'CORECLR_',
    'CARGO_BUILD_',
    'CARGO_TARGET_',
    'RUSTC',
    'RUSTDOC',
    'RUSTUP_',
    'GIT_',
    'DOCKER_TLS',
    'TF_CLI_',
  ],
  ...['AWS_ENDPOINT_URL', 'SSL_CERT_', 'OPENSSL_', 'GITHUB_', 'RUNNER_', 'ACTIONS_', 'INPUT_'],
];

/** Whether a variable steers the programs of later steps. */
export function takesOver(variable: string): boolean {
  const name = variable.toUpperCase();
  return (
    TAKES_OVER.has(name) || name.endsWith('_PROXY') || TAKES_OVER_PREFIXES.some((prefix) => name.startsWith(prefix))
  );
}

/** Whether the runner would not let a later step see a variable. */
export function isKeptByRunner(variable: string): boolean {
  return KEPT_BY_RUNNER.test(variable.toUpperCase());
}
