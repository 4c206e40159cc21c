// Bets that a teacher can take as they are; each is about something the sources say.
export const READY = {
  mtel: [
    { title: "Names on the notice", question: "If the completion notice no longer named the rep, would requests be spread more or less evenly over the reps?", a: {}, b: { "channels.completion_notice_names_rep": false }, measure: "request_gini" },
    { title: "Credit where it arose", question: "If an order counted for whoever started it, by how much would the desk's attainment after the service turn change?", a: {}, b: { "incentives.attribution": "originator" }, measure: "attainment_after_turn" },
    { title: "No service turn", question: "If no supervisor ever turned a team to service, what would a contact of the desk truly cost?", a: {}, b: { "managers.service_turn": "never" }, measure: "cost_per_contact_true" },
    { title: "One more rep a unit", question: "With one more rep in every unit, how much shorter would customers of the desk wait?", a: {}, b: { "people.reps_per_unit": 7 }, measure: "wait_hours_desk_p50" },
  ],
};
