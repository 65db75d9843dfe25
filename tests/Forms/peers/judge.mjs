// Judges data by JSON Schema 2020-12: [{schema, data: […]}] on standard input → [[true, false, …], …] on standard output.
import Ajv from 'ajv/dist/2020.js';

let text = '';
for await (const part of process.stdin) text += part;
const answers = JSON.parse(text).map(({ schema, data }) => {
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false, multipleOfPrecision: 9 });
  ajv.validateSchema(schema, true);
  const validate = ajv.compile(schema);
  return data.map(one => validate(one));
});
process.stdout.write(JSON.stringify(answers));
