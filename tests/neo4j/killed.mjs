/** Commits one write, starts a second, says so, and waits to be killed. Arguments: folder of the built program, what to write. */
const [dist, given] = process.argv.slice(2);
const { openNeo4jFacts } = await import(`${dist}/api/facts/neo4j/open.js`);
const { settings, first, second } = JSON.parse(given);
const facts = await openNeo4jFacts(settings);
const done = await facts.begin('b_first');
await done.put(first);
await done.commit();
const open = await facts.begin('b_second');
await open.put(second);
process.send('waiting');
setInterval(() => undefined, 60_000);
