import { type Finding, findingOf } from './finding.js';

/** A file and its text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** The colors of the Marketplace, and the Feather icons that it leaves out. actionlint knows the list of all icons. */
const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];
const OMITTED_ICONS =
  /^(?:coffee|columns|divide(?:-circle|-square)?|frown|hexagon|key|meh|mouse-pointer|smile|tool|x-octagon)$/;

/** The parts of action.yml that the Marketplace shows and the runner starts. */
export interface ActionMetadata {
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}

/** Checks the icon, the color and the length of the description, as the Marketplace does, and the files that are started. */
export function checkAction({ description, branding, runs }: ActionMetadata, shipped: readonly string[]): Finding {
  const { icon, color } = branding;
  const problems = [
    ...(OMITTED_ICONS.test(icon) ? [`The Marketplace does not have the icon ${icon}`] : []),
    ...(COLORS.includes(color) ? [] : [`The Marketplace does not have the color ${color}`]),
    ...[runs.main, runs.post].filter((file) => !shipped.includes(file)).map((file) => `${file} does not exist`),
    ...(description.length > 0 ? [] : ['The description is missing']),
  ];
  return findingOf('action.yml', problems, `icon ${icon}, color ${color}, ${runs.using}: ${runs.main}, ${runs.post}`);
}

/** Checks that every action in the workflows is pinned by commit with a version, and those of the release by their owner. */
export function checkPins(workflows: readonly TextFile[]): Finding {
  const uses = workflows.flatMap(({ file, text }) =>
    [...text.matchAll(/^[ -]*uses: (?!\.\/)(.+)$/gm)].map(([, action = '']) => ({ file, action })),
  );
  const problems = uses.flatMap(({ file, action }) => {
    const isPinned = /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action);
    const isForeign = file.endsWith('release.yml') && !/^(?:actions|github)\//.test(action);
    return [
      ...(isPinned ? [] : [`${file}: ${action} is not pinned as NAME@<40 hex digits> # v1.2.3`]),
      ...(isForeign ? [`${file}: ${action} is an action of a third party in the release`] : []),
    ];
  });
  return findingOf(
    'Pins',
    problems,
    `${uses.length} uses in ${workflows.length} workflows, each a commit with its version`,
  );
}

const REPLACE_OWNER =
  "git grep -lE 'OWNER/bearer-login|@OWNER' -- ':!dist' ':!scripts/release' ':(exclude)__tests__/unit/scripts' | xargs sed -i 's#OWNER/bearer-login#you/bearer-login#g; s#@OWNER#@you#g'";

/** Checks that no file names the placeholder for the owner of the repository. */
export function checkOwner(files: readonly TextFile[]): Finding {
  const open = files.filter(({ text }) => /OWNER\/bearer-login|@OWNER\b/.test(text)).map(({ file }) => file);
  const named = `${open.slice(0, 4).join(', ')}${open.length > 4 ? ', ...' : ''}`;
  const problems = [`${open.length} files name the placeholder OWNER: ${named}`, `Replace it: ${REPLACE_OWNER}`];
  return findingOf('Owner', open.length > 0 ? problems : [], 'no file names the placeholder OWNER');
}
