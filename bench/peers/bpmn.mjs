// bpmn-engine, measured: node bpmn.mjs cases.json seconds → one JSON object a line. Every user task is completed as soon as it waits.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import BpmnModdle from 'bpmn-moddle';
import serialize, { TypeResolver } from 'moddle-context-serializer';
import * as elements from 'bpmn-elements';
import { measure } from './measure.mjs';

const [file, seconds] = process.argv.slice(2);
const resolve = TypeResolver(elements);

async function play(options, variables) {
  const listener = new EventEmitter();
  let done = 0;
  listener.on('activity.wait', task => {
    done++;
    task.signal();
  });
  const engine = new Engine({ name: 'bench', ...options });
  const ended = new Promise((yes, no) => engine.once('end', yes).once('error', no));
  await engine.execute({ listener, variables });
  await ended;
  return done;
}

for (const { case: name, model, variables } of JSON.parse(readFileSync(file, 'utf8'))) {
  // Conditions are FEEL in the file: a leading = before the name of a variable.
  const source = readFileSync(join(dirname(file), 'Models', `${model}.bpmn`), 'utf8').replace(/>=(\w+)</g, '>${environment.variables.$1}<');
  const read = async () => serialize(await new BpmnModdle().fromXML(source), resolve);
  const sourceContext = await read();
  const value = await play({ sourceContext }, variables);
  const running = await measure(() => play({ sourceContext }, variables), Number(seconds));
  const reading = await measure(read, Number(seconds));
  console.log(JSON.stringify({ case: name, value, ...running, reading: reading.perSecond }));
}
