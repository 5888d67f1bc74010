// Runs before `npm start` and `npm test`, under the machine's own Node and with nothing installed: plain JavaScript only,
// and nothing newer than Node 12 in this one file, so that an old Node still reaches the message below.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`Passerelle demande Node 20.20 ou plus récent ; cette machine a Node ${process.versions.node}.`);
  console.error(`Passerelle needs Node 20.20 or newer; this machine has Node ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  void import('./setup/prepare.mjs')
    .then(({ prepare }) => prepare({ web: !process.argv.includes('--no-web') }))
    .then((ready) => {
      process.exitCode = ready ? 0 : 1;
    });
}
