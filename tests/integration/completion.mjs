// Help, man pages, docs/cli.md and the completion of real shells know the same commands and options.
//   node completion.mjs PLANC PROJECT WORK
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const [planc, project, work] = process.argv.slice(2)
const here = path.join(project, 'tests/integration')

function run(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', timeout: 60000, cwd: plans, ...options })
  assert.equal(result.error, undefined, `${program}: ${result.error}`)
  assert.equal(result.status, 0, `${program} ${args.join(' ')}: ${result.stderr}`)
  return result.stdout
}

const sorted = (words) => [...new Set(words)].filter((word) => word !== '').sort()

rmSync(work, { recursive: true, force: true })
const plans = path.join(work, 'plans')
mkdirSync(path.join(plans, 'folder'), { recursive: true })
for (const name of ['shop.plan.yaml', '两个 词.plan.yml', 'notes.txt']) writeFileSync(path.join(plans, name), '')
const scripts = { bash: path.join(work, 'planc.bash'), fish: path.join(work, 'planc.fish'), zsh: path.join(work, '_planc') }
for (const [shell, script] of Object.entries(scripts)) writeFileSync(script, run(planc, ['completion', shell]))

// What each shell completes the last of these words with.
const shells = {
  bash: (words) => run('bash', [path.join(here, 'complete.bash'), scripts.bash, ...words]).split('\n'),
  fish: (words) =>
    run('fish', ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', scripts.fish, words.join(' ')])
      .split('\n')
      .map((line) => line.split('\t')[0]),
  zsh: (words) => run('zsh', ['-f', path.join(here, 'complete.zsh'), work, words.join(' ')]).split('\n'),
}

// Commands and options as --help has them.
const commands = []
function read(words) {
  const help = run(planc, [...words, '--help'])
  const options = []
  for (const line of help.split('\n'))
    if (/^ {2}-/.test(line)) options.push(...line.trim().split(/\s+/)[0].split(','))
  const part = help.match(/Commands:\n((?: {2}.*\n)+)/)
  const below = part ? [...part[1].matchAll(/^ {2}(\S+)/gm)].map((match) => match[1]) : []
  commands.push({ words, options: sorted(options), below: sorted(below) })
  for (const name of below) read([...words, name])
}
read([])
assert(commands.length > 12 && commands.some(({ words }) => words.join(' ') === 'templates export'))

const reference = readFileSync(path.join(project, 'docs/cli.md'), 'utf8')
const pages = path.join(work, 'man')
run(planc, ['manual', '--out', pages])
for (const { words, options, below } of commands) {
  const title = ['planc', ...words].join(' ')
  const section = reference.split(/^## /m).find((one) => one.startsWith(`${title}\n`))
  assert(section, `docs/cli.md has no ${title}`)
  const rows = [...section.matchAll(/^\| (.*?) \|/gm)].flatMap((row) => [...row[1].matchAll(/`(-\S*?)[ `]/g)])
  assert.deepEqual(sorted(rows.map((match) => match[1])), options, `docs/cli.md, ${title}`)

  // The page of `templates list` is a part of that of `templates`.
  const page = path.join(pages, `${['planc', ...words.slice(0, 1)].join('-')}.1`)
  const text = run('man', ['-l', page], { env: { ...process.env, MANWIDTH: '100', LC_ALL: 'C.UTF-8' } })
  const part = words.length < 2 ? text.split(/^OPTIONS$/m)[1] : text.split(new RegExp(`^ +${title} .*$`, 'm'))[1]
  assert(part, `${page} has no ${title}`)
  const own = part.split(/^(?: {3})?\S/m)[0]
  const heads = [...own.matchAll(/^ {7}(-.*?)(?: {2}|$)/gm)].flatMap((head) => head[1].split(', '))
  assert.deepEqual(sorted(heads.map((head) => head.split(' ')[0])), options, `${page}, ${title}`)
  const lint = spawnSync('man', ['--warnings', '-l', page], { encoding: 'utf8', env: { ...process.env, MANROFFOPT: '' } })
  assert.equal(lint.stderr, '', page)

  for (const [shell, complete] of Object.entries(shells)) {
    assert.deepEqual(sorted(complete([...['planc', ...words], '-'])), options, `${shell}, ${title}`)
    if (below.length === 0) continue
    assert.deepEqual(sorted(complete([...['planc', ...words], ''])), below, `${shell}, commands of ${title}`)
  }
}

// Words, lists, rules, files.
const expected = [
  [['planc', 'check', '--color', ''], ['always', 'auto', 'never']],
  [['planc', 'check', 'shop.plan.yaml', '--fail-on', 'w'], ['warning']],
  [['planc', 'completion', ''], ['bash', 'fish', 'zsh']],
  [['planc', 'explain', 'self-'], ['self-approval']],
  [['planc', 'build', '--only', 'signoff.m'], ['signoff.md']],
]
for (const [words, completed] of expected)
  for (const [shell, complete] of Object.entries(shells))
    assert.deepEqual(sorted(complete(words)), completed, `${shell}: ${words.join(' ')}`)
for (const [shell, complete] of Object.entries(shells)) {
  const list = sorted(complete(['planc', 'check', '--select', 'bad-value,self-']))
  assert.deepEqual(list.map((word) => word.replace(/^bad-value,/, '')), ['self-approval'], shell)
  const files = sorted(complete(['planc', 'check', ''])).map((name) => name.replace(/\/$/, '').replaceAll('\\', ''))
  assert.deepEqual(files, ['folder', 'shop.plan.yaml', '两个 词.plan.yml'], shell)
}
assert.deepEqual(sorted(shells.bash(['planc', 'check', '--color', '=', 'al'])), ['always'])
console.log(`${commands.length} commands`)
