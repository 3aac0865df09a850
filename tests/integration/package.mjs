// The Debian package installs with apt into a root that holds nothing but Debian, and works there; so do the recipes of
// examples/ci, whose commands are run as they stand.
//   node package.mjs BUILD PROJECT WORK
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

const [build, project, work] = process.argv.slice(2)

function run(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', ...options })
  assert.equal(result.error, undefined, `${program}: ${result.error}`)
  assert.equal(result.status, 0, `${program} ${args.join(' ')}:\n${result.stdout}${result.stderr}`)
  return result.stdout
}

rmSync(work, { recursive: true, force: true })
const inside = path.join(work, 'inside') // what goes into the root, as /inside
const made = path.join(work, 'made') // what comes out of it
mkdirSync(inside, { recursive: true })
mkdirSync(made)

// The package.
run('cpack', ['--config', path.join(build, 'CPackConfig.cmake'), '-B', path.join(work, 'package')])
const packages = readdirSync(path.join(work, 'package')).filter((name) => name.endsWith('.deb'))
assert.equal(packages.length, 1)
cpSync(path.join(work, 'package', packages[0]), path.join(inside, packages[0]))

// Two repositories of somebody who keeps the package in `tools/`: one with a plan that is clean, one without.
const plans = { clean: 'exam-buddy.plan.yaml', broken: 'exam-buddy-as-written.plan.yaml' }
for (const [name, plan] of Object.entries(plans)) {
  mkdirSync(path.join(inside, name, 'tools'), { recursive: true })
  cpSync(path.join(inside, packages[0]), path.join(inside, name, 'tools', packages[0]))
  cpSync(path.join(project, 'examples', plan), path.join(inside, name, 'night.plan.yaml'))
}

// The commands of each recipe, as its system runs them.
const ci = path.join(project, 'examples/ci')
const recipes = {
  github: parse(readFileSync(path.join(ci, 'github.yaml'), 'utf8'))
    .jobs.check.steps.filter((step) => step.run)
    .map((step) => step.run),
  gitlab: (({ before_script, script }) => [...before_script, ...script])(
    parse(readFileSync(path.join(ci, 'gitlab.yaml'), 'utf8'))['release-plans'],
  ),
  jenkins: [...readFileSync(path.join(ci, 'Jenkinsfile'), 'utf8').matchAll(/^ *sh '(.*)'$/gm)].map((sh) => sh[1]),
  shell: [readFileSync(path.join(ci, 'check.sh'), 'utf8')],
}
assert.deepEqual(readdirSync(ci).sort(), ['Jenkinsfile', 'check.sh', 'github.yaml', 'gitlab.yaml'])
const outputs = {
  github: ['planc.sarif'],
  gitlab: ['gl-code-quality-report.json', 'planc-junit.xml'],
  jenkins: ['planc-junit.xml', 'planc-checkstyle.xml'],
  shell: ['planc.sarif'],
}
for (const [name, commands] of Object.entries(recipes)) {
  assert(commands.some((command) => command.includes('planc check')), name)
  // What a recipe says it hands over is what its commands write.
  const text = readFileSync(path.join(ci, { github: 'github.yaml', gitlab: 'gitlab.yaml', jenkins: 'Jenkinsfile', shell: 'check.sh' }[name]), 'utf8')
  for (const output of outputs[name]) assert(text.includes(output), `${name}: ${output}`)
  writeFileSync(path.join(inside, `${name}.sh`), `set -e\n${commands.join('\n')}\n`)
}

writeFileSync(
  path.join(inside, 'try.sh'),
  `set -eux
cd /inside
apt-get install --yes ./${packages[0]}
planc --version
planc init first.plan.yaml
planc check first.plan.yaml
planc build first.plan.yaml --out out
planc manual check >/dev/null
dpkg-query --listfiles planc >files.txt
ldd /usr/bin/planc /usr/lib/planc/planc-print.so >libraries.txt
apt-get remove --yes planc
test ! -e /usr/bin/planc
for recipe in ${Object.keys(recipes).join(' ')}; do
  for repository in clean broken; do
    cp -r $repository $recipe-$repository
    (cd $recipe-$repository && code=0 && sh ../$recipe.sh >log.txt 2>&1 || code=$?; echo $code >code.txt; rm -r tools)
  done
  # Each recipe installs planc itself, but for that of machines that have it.
  if [ $recipe = jenkins ]; then apt-get install --yes ./${packages[0]}; else apt-get remove --yes planc; fi
done
`,
)
run('mmdebstrap', [
  '--variant=apt',
  '--format=null',
  `--customize-hook=copy-in ${inside} /`,
  // As a user's own Debian: what mmdebstrap sets is not for the apt inside.
  '--customize-hook=env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive chroot "$1" sh /inside/try.sh',
  `--customize-hook=sync-out /inside ${made}`,
  'bookworm',
])

assert.deepEqual(readdirSync(path.join(made, 'out/first')).includes('signoff.pdf'), true)
assert.equal(readFileSync(path.join(made, 'out/first/plan.pdf'), 'latin1').slice(0, 5), '%PDF-')
assert(!readFileSync(path.join(made, 'libraries.txt'), 'utf8').includes('not found'))
const files = readFileSync(path.join(made, 'files.txt'), 'utf8').split('\n')
for (const file of [
  '/usr/bin/planc',
  '/usr/lib/planc/planc-print.so',
  '/usr/share/man/man1/planc-check.1',
  '/usr/share/bash-completion/completions/planc',
  '/usr/share/fish/vendor_completions.d/planc.fish',
  '/usr/share/zsh/vendor-completions/_planc',
  '/usr/share/planc/schemas/plan.schema.json',
  '/usr/lib/cmake/planc/planc-config.cmake',
])
  assert(files.includes(file), file)

for (const name of Object.keys(recipes)) {
  for (const [repository, code] of [['clean', '0'], ['broken', '1']]) {
    const folder = path.join(made, `${name}-${repository}`)
    const log = readFileSync(path.join(folder, 'log.txt'), 'utf8')
    assert.equal(readFileSync(path.join(folder, 'code.txt'), 'utf8').trim(), code, `${name}, ${repository}:\n${log}`)
    for (const output of outputs[name]) assert(existsSync(path.join(folder, output)), `${name}, ${repository}: ${output}`)
    assert.equal(existsSync(path.join(folder, 'release-documents')), repository === 'clean', name)
    if (repository === 'broken') assert(/error/.test(log), `${name} shows no error in its log`)
  }
}
console.log(`${packages[0]}: installed, run, removed; ${Object.keys(recipes).length} recipes`)
