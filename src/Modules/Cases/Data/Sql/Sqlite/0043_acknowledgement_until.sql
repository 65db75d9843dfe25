create index cases_acknowledgement_until on cases_acknowledgement(until);
