import { downloads, routes } from '@schaalsprong/wire';

/** Program text that a page shows; `address` is the public origin of the site, `target` the id of one. */
export const standingInPython = (address: string, target: string): string => `import io, json, urllib.request
import pandas as pd

site = "${address}"
standing = pd.read_csv(f"{site}${downloads.standingCsv.path}")
fan = pd.read_csv(f"{site}${downloads.targetCsv.path.replace('{id}', target)}")
claims = pd.read_csv(f"{site}${downloads.claimsCsv.path}")
agenda = json.load(urllib.request.urlopen(f"{site}${routes.agenda.path}"))`;

/** How a file of futures opens: what is fixed within it stands in its first row. */
export const futuresInPython = (target: string): string => `import json
import pandas as pd

df = pd.read_parquet("toekomsten.parquet")  # or read_csv(..., low_memory=False)
about = json.loads(df["provenance"].iloc[0])
inputs, outcomes = df[about["inputs"]], df[about["outcomes"]]

from ema_workbench.analysis import prim
box = prim.Prim(inputs, (outcomes["${target} met"] == 0).to_numpy(), threshold=0.8).find_box()`;

/** The same by the command line, for a region. */
export const commands = (region: string): string => `npm ci
npm run -s schaalsprong -- assess --json
npm run -s schaalsprong -- simulate ${region} --futures 10000 --out futures.parquet
npm run -s schaalsprong -- simulate ${region} --futures 1000 --out futures.tar.gz`;
