-- What a newspaper, a municipality or the agenda says is no measurement of an office.
alter type figure_standing add value 'reported' before 'expected';
