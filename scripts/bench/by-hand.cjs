// The requests of the action, written by hand: what a run costs at least. It reads the same variables, masks each value once, and
// checks nothing. CommonJS, because it starts faster than a module.
const { appendFileSync, readFileSync } = require('node:fs');

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const token = input('token_cache') === 'true' ? readFileSync(process.env.BENCH_TOKEN, 'utf8') : undefined;
const url = new URL(input('url'));

function openAgent() {
  const options = { keepAlive: true, maxSockets: 50, proxyEnv: process.env };
  return { ...options, ca: input('ca_certificate') || undefined, ...identity() };
}

function identity() {
  const pfx = input('pkcs12') && Buffer.from(input('pkcs12'), 'base64');
  const passphrase = input('pkcs12_password');
  return process.env.BENCH_WAY === 'legacy PKCS#12' ? readWithForge(pfx, passphrase) : pfx ? { pfx, passphrase } : {};
}

function readWithForge(pfx, passphrase) {
  const forge = require('node-forge');
  const store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(pfx.toString('binary')), false, passphrase);
  const bagOf = (type) => store.getBags({ bagType: type })[type][0];
  const { key } = bagOf(forge.pki.oids.pkcs8ShroudedKeyBag);
  const { cert } = bagOf(forge.pki.oids.certBag);
  return { key: forge.pki.privateKeyToPem(key), cert: forge.pki.certificateToPem(cert) };
}

function mask(text) {
  process.stdout.write(`::add-mask::${text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')}\n`);
}

function entry(name, value) {
  return `${name}<<bench\n${value}\nbench\n`;
}

async function logIn(send) {
  const form = { client_id: input('client_id'), client_secret: input('client_secret') };
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
  return (await send('/auth/client/v2/chariot/login', headers, body)).access_token;
}

async function fetchValues(send, authorization) {
  const names = input('secrets').split('\n').filter(Boolean);
  if (names.length === 0) return [];
  const settings = `/api/identity/v2/settings/project/${input('project_id')}/`;
  const { data } = await send(`${settings}?sort=name&desc=false`, { authorization });
  const keys = new Map(data.map((each) => [each.name, each._key]));
  return Promise.all(
    names.map(async (name) => {
      const path = `${settings}${keys.get(name)}?decrypt=true`;
      const { value } = await send(path, { authorization });
      mask(value);
      return [name, value];
    }),
  );
}

function openSend() {
  const http = url.protocol === 'https:' ? require('node:https') : require('node:http');
  const agent = new http.Agent(openAgent());
  return (path, headers, body) =>
    new Promise((resolve, reject) => {
      const request = http.request(
        new URL(path, url),
        { method: body ? 'POST' : 'GET', headers, agent },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
        },
      );
      request.on('error', reject).end(body);
    });
}

async function main() {
  mask(input('client_secret'));
  const send = token === undefined ? openSend() : undefined;
  const bearer = token ?? (await logIn(send));
  mask(bearer);
  const values = send === undefined ? [] : await fetchValues(send, `Bearer ${bearer}`);
  const variables = values.map(([name, value]) => entry(name.toUpperCase().replaceAll('-', '_'), value));
  const outputs = values.map(([name, value]) => entry(name, value));
  appendFileSync(process.env.GITHUB_ENV, entry('CHARIOT_TOKEN', bearer) + variables.join(''));
  appendFileSync(process.env.GITHUB_OUTPUT, entry('bearer_token', bearer) + outputs.join(''));
  process.exit();
}

void main();
