import { registryHost } from '../formats/registry-fields.js';
import type { Masker } from '../masking/masker.js';
import { isPublicPem } from '../masking/pem.js';
import { innermostParts, valueParts } from '../secrets/plain-fields.js';
import type { Result } from '../secrets/result.js';
import { quote, untrusted } from '../untrusted-text.js';
import type { Delivery } from './deliver.js';
import { nameOfPart } from './warnings.js';

type IsMasked = Masker['isMasked'];

/** The plain fields of a result: those that the log shows, and those of which another mask hides at least a part. */
type PlainFields = Readonly<Record<'shown' | 'hidden', readonly string[]>> & {
  readonly isAll: boolean;
  readonly isPublic: boolean;
};

/** Tells which plain fields of a result the log shows. This is known only after everything is masked. */
export function plainFieldsOf(result: Result, plain: readonly string[], isMasked: IsMasked): PlainFields {
  const parts = innermostParts(result, plain);
  // A public text is not masked, as if `plain_fields` named it.
  const named = (masked: boolean) =>
    parts.flatMap(({ name = [], text = '', plainBy = isPublicPem(text) && !isMasked(text) ? name : [] }) =>
      isMasked(text) === masked ? plainBy : [],
    );
  const isPublic = parts.every(({ text = '' }) => isPublicPem(text) && !isMasked(text));
  const [shown, hidden] = [named(false), named(true)];
  return { shown: [...new Set(shown)], hidden: [...new Set(hidden)], isAll: shown.length === parts.length, isPublic };
}

/** Writes notices about `plain_fields`: entries that no Secret has, which may be misspelled, and fields that stay hidden. */
export function plainNotices(results: readonly Result[], plain: readonly string[], isMasked: IsMasked): string[] {
  const found = results.map((result) => ({ ...plainFieldsOf(result, plain, isMasked), match: result.match }));
  const missing = plain.filter((path) => !found.some(({ shown, hidden }) => [...shown, ...hidden].includes(path)));
  const stillHidden = found.flatMap(({ hidden, match: { entry, key } }) =>
    hidden.map((name) => `${quote(name)} of Secret ${quote(entry?.name ?? key)}`),
  );
  return [
    ...missing.map((path) => `\`plain_fields\` contains ${quote(path)}, which is not a field of these Secrets.`),
    ...[...new Set(stillHidden)].map((name) => `\`plain_fields\`: another mask hides ${name}, or a part of it.`),
  ];
}

/** Returns the setting with which the log shows the address of a login, if any masked field contains only its host or port; untrusted. */
export function settingFor({ addresses, result }: Delivery, plain: readonly string[]): string[] {
  const hostOf = (text: string) => registryHost(text)?.replace(/:\d+$/, '') ?? text;
  const hosts = addresses.map(hostOf);
  const isPort = (text: string) => addresses.some((address) => registryHost(address)?.endsWith(`:${text.trim()}`));
  const parts =
    addresses.length === 0 ? [] : innermostParts(result, plain).filter(({ plainBy }) => plainBy === undefined);
  const names = parts.flatMap(({ name = '', text = '' }) =>
    hosts.includes(hostOf(text)) || (/port$/i.test(name) && isPort(text)) ? name : [],
  );
  return names.length === 0 ? [] : [`plain_fields: ${[...plain, ...names].join(', ')}`];
}

/** Writes a line for each login: where it leads to, or with which setting the log would show that. */
export function addressLines(deliveries: readonly Delivery[], plain: readonly string[], isMasked: IsMasked): string[] {
  return deliveries.flatMap((delivery) => {
    const { addresses, result } = delivery;
    const { sink } = result.match.request;
    const login = (address: string) => `@${sink}: a login to ${address}, from ${result.who}`;
    const server = sink === 'docker' ? 'the registry ' : '';
    const [setting] = settingFor(delivery, plain);
    const advice = setting
      ? `To show it, set \`${untrusted(setting)}\``
      : 'No field contains only the address, or another mask hides it';
    const hidden = `${login('a masked address')}. ${advice}.`;
    const line = addresses.some(isMasked) ? hidden : `${login(`${server}${addresses.map(quote).join(', ')}`)}.`;
    return addresses.length === 0 ? [] : line;
  });
}

/** Names the values that are not masked because they are public, unless another mask hides them. */
export function publicLines(deliveries: readonly Delivery[], plain: readonly string[], isMasked: IsMasked): string[] {
  const names = deliveries.flatMap(({ result }) =>
    valueParts(result, plain).flatMap(({ path, text = '', plainBy }) =>
      plainBy === undefined && isPublicPem(text) && !isMasked(text) ? nameOfPart(result, path) : [],
    ),
  );
  const list = [...new Set(names)].join(', ');
  return list === '' ? [] : [`Not masked, because certificates and public keys are not secret: ${list}.`];
}
