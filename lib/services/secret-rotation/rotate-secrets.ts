import { installationSecret } from "#config";
import type { Database } from "#db";
import { readWith, seal, secretFor, secretsFor, unseal } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { readSealed, replaceSealed, SEALED } from "#store/sealed-secrets";

/** What was found in one place, as `table.column`. */
export type Rotation = {
  readonly place: string;
  /** Sealed with the present secret already. */
  readonly current: number;
  /** Were sealed with a former one, and are sealed with the present one now. */
  readonly resealed: number;
  /** Ids of rows that no secret of the configuration opens: they have to be entered again. */
  readonly unreadable: readonly string[];
};

/** Seals with the present secret what a former one sealed. It may run beside the product, and again. */
export async function rotateSecrets({ sql }: Database): Promise<Rotation[]> {
  const installation = await installationSecret(() => readInstallationSecret(sql));
  const rotations: Rotation[] = [];
  for (const place of SEALED) {
    const present = secretFor(installation, place.purpose);
    let [current, resealed] = [0, 0];
    const unreadable: string[] = [];
    for (const row of await readSealed(sql, place)) {
      const text = readWith(secretsFor(installation, place.purpose), (secret) => unseal(secret, row.sealed));
      if (text === null) unreadable.push(row.id);
      else if (unseal(present, row.sealed) !== null) current++;
      else if (await replaceSealed(sql, place, row, seal(present, text))) resealed++;
    }
    rotations.push({ place: `${place.table}.${place.column}`, current, resealed, unreadable });
  }
  return rotations;
}
