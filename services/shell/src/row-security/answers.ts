/**
 * Questions of policies about other rows, as functions that answer yes or no. A condition in the policy itself would be planned again in every
 * statement, with the policies of the tables that it asks; a function keeps its plan. Decision 0017 has the figures.
 */

/** Asked through the policies of the tables that it looks at. @param head name and parameters @param condition SQL over the parameters */
export function answered(head: string, condition: string): string {
  return `create function ${head} returns boolean language plpgsql stable as $$ begin return ${condition}; end $$`;
}

/**
 * Asked with the rows open: for what lies in the same table as the row, or in one whose policies look here, where a policy would ask for
 * ever. The door is as it was afterwards: a statement that fails ends the transaction, and the setting with it. It is set inside, because
 * PostgreSQL lets nobody but a superuser say it in the head of a function.
 */
export function answeredWithRowsOpen(head: string, condition: string, returns = 'boolean'): string {
  return `
    create function ${head} returns ${returns} language plpgsql stable as $$
    declare before text := schakel_door(); answer ${returns}; ignored text;
    begin
      ignored := set_config('schakel.door', 'system', true);
      answer := ${condition};
      ignored := set_config('schakel.door', before, true);
      return answer;
    end $$`;
}
