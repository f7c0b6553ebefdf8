/** Numbers of scopes of listings: what rows of other tables hold in their place. */
import { readScope, type Scope, scopeName } from '../../content/scopes.ts';
import type { Database } from '../database.ts';

export class Scopes {
  readonly #db: Database;
  /** By listing, language and id: no text has to be made to look one up. */
  readonly #ids = new Map<string, Map<string, Map<string, number>>>();
  readonly #scopes = new Map<number, Scope>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** A scope's number, made if need be. Never 0, which is for single things. */
  id(scope: Scope): number {
    const ids = within(within(this.#ids, scope.of), scope.language);
    let id = ids.get(scope.id);
    if (id === undefined) {
      const name = scopeName(scope);
      id =
        this.#db.get<{ id: number }>('SELECT id FROM scope WHERE name = ?', name)?.id ??
        this.#db.insert('INSERT INTO scope (name) VALUES (?)', name).id;
      ids.set(scope.id, id);
    }
    return id;
  }

  /** The scope that has a number. */
  withId(id: number): Scope {
    let scope = this.#scopes.get(id);
    if (scope === undefined) {
      scope = readScope(this.#db.get<{ name: string }>('SELECT name FROM scope WHERE id = ?', id)?.name ?? '');
      this.#scopes.set(id, scope);
    }
    return scope;
  }

  /** To be called when rows may have been rolled back under it. */
  forgetKnown(): void {
    this.#ids.clear();
    this.#scopes.clear();
  }
}

function within<Value>(maps: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  let found = maps.get(name);
  if (found === undefined) {
    found = new Map();
    maps.set(name, found);
  }
  return found;
}
