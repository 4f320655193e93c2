import { z } from "zod";
import type { Field } from "../device.ts";
import type { envelope, nativeReadingSchema } from "./native-schema.ts";

type Node = {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
};

/** The fields of each kind, read off the schemas that check them, so that the documentation can't differ from them. */
export function layoutOf(
  schema: typeof nativeReadingSchema,
  shared: typeof envelope,
): Readonly<Record<string, readonly Field[]>> {
  const root = z.toJSONSchema(schema, { io: "input" }) as Node & { $defs?: Readonly<Record<string, Node>> };
  const resolve = (node: Node): Node => (node.$ref ? (root.$defs?.[node.$ref.replace("#/$defs/", "")] ?? node) : node);
  const fieldsOf = ({ properties = {}, required = [] }: Node, wanted: (name: string) => boolean): Field[] =>
    Object.entries(properties)
      .filter(([name]) => wanted(name))
      .map(([name, node]) => ({
        name,
        form: `${formOf(node, resolve)}${required.includes(name) ? "" : ", optional"}`,
        meaning: node.description ?? "",
      }));
  const options = (resolve(root).oneOf ?? []).map(resolve);
  const own = (name: string) => name !== "kind" && !(name in shared.shape);
  return {
    ...Object.fromEntries(options.map((option) => [option.properties?.kind?.const ?? "", fieldsOf(option, own)])),
    "every kind": options[0] ? fieldsOf(options[0], (name) => name in shared.shape) : [],
  };
}

function formOf(node: Node, resolve: (node: Node) => Node): string {
  const { type, format, items, anyOf, properties, enum: values } = resolve(node);
  if (values) return values.map((value) => `\`${value}\``).join(" ");
  if (anyOf) return anyOf.map((option) => formOf(option, resolve)).join(" or ");
  if (items) return `list of ${formOf(items, resolve)}`;
  if (properties) return `{${Object.keys(properties).join(", ")}}`;
  return format ?? type ?? "";
}
