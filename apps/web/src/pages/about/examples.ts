import { downloads, routes } from '@schaalsprong/wire';

/** Program text that a page shows; `address` is the public origin of the site. */
export const standingInPython = (address: string): string => `import io, json, urllib.request
import pandas as pd

site = "${address}"
standing = pd.read_csv(f"{site}${downloads.standingCsv.path}")
fan = pd.read_csv(f"{site}${downloads.targetCsv.path.replace('{id}', 'homes-2030')}")
claims = pd.read_csv(f"{site}${downloads.claimsCsv.path}")
agenda = json.load(urllib.request.urlopen(f"{site}${routes.agenda.path}"))`;

/** How a file of futures opens: what is fixed within it stands in its first row. */
export const futuresInPython = `import json
import pandas as pd

df = pd.read_parquet("toekomsten.parquet")  # or read_csv(..., low_memory=False)
about = json.loads(df["provenance"].iloc[0])
inputs, outcomes = df[about["inputs"]], df[about["outcomes"]]

from ema_workbench.analysis import prim
box = prim.Prim(inputs, (outcomes["homes-2030 met"] == 0).to_numpy(), threshold=0.8).find_box()`;

/** The same by the command line. */
export const commands = `npm ci
npm run -s schaalsprong -- assess --json
npm run -s schaalsprong -- simulate brainport --futures 10000 --out futures.parquet
npm run -s schaalsprong -- simulate brainport --futures 1000 --out futures.tar.gz`;
