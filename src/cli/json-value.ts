/** What JSON can say; a Map, a function or an undefined does not compile where this is asked for. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
