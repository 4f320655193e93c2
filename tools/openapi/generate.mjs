// Reads the API's description (OpenAPI 3.1, JSON) from standard input and writes its TypeScript types to standard output.
import { text } from "node:stream/consumers";
import openapiTS, { astToString } from "openapi-typescript";

const description = JSON.parse(await text(process.stdin));
process.stdout.write(astToString(await openapiTS(description, { alphabetize: false })));
