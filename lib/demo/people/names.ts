export const FIRST_NAMES =
  `Aaliyah Adam Aiko Alejandro Alice Amara Amelia Amir Ana Anders Anika Anton Arjun Astrid Ava Beatriz Ben Bianca
Caleb Camila Carlos Chiara Chloe Clara Daan Daniel Daria David Diego Divya Eleni Elif Elias Emily Emma Eric Ethan Eva Fatima Felix Fiona Florian
Freya Gabriel Giulia Grace Hana Hannah Hassan Helena Henrik Hugo Ibrahim Ida Ines Ingrid Isaac Isabel Ivan Jack Jakub Jana Jasmin Jesse Joana
Johanna Jonas Josephine Juan Julia Kai Karim Katarina Kenji Lara Lars Laura Layla Lea Leon Liam Lina Linh Lorenzo Lucas Lucia Magnus Maja Malik
Marco Maria Mateo Maya Mei Mia Mila Mohammed Nadia Naomi Nathan Nia Nikhil Nina Noah Nora Olga Oliver Olivia Omar Oscar Paula Pedro Petra Priya
Quentin Rachel Rafael Rania Ravi Rosa Ruben Sam Samira Sara Sebastian Selma Sofia Soren Stefan Tara Theo Thomas Tomas Vera Victor Wei Yara Yuki
Yusuf Zoe`.split(/\s+/);

export const LAST_NAMES =
  `Abbott Adeyemi Ahmed Almeida Andersen Bauer Becker Bennett Berg Bianchi Bose Brandt Brooks Carter Castillo Chen Clarke
Cohen Costa Cruz Das Diaz Dubois Eriksen Evans Ferrari Fischer Fonseca Foster Garcia Gomez Gupta Haddad Hansen Harris Hoffmann Hughes Ito Ivanova
Jansen Jensen Johansson Joshi Kaya Keller Khan Kim Kovacs Kowalski Kumar Lange Larsen Lee Lindqvist Lopez Martin Medina Mendes Meyer Mori Moreau
Mwangi Nakamura Ndiaye Nguyen Nielsen Novak Okafor Olsen Ortiz Osei Park Patel Pereira Petrov Quinn Ramos Reyes Ricci Rivera Rossi Roux Sanchez
Santos Sato Schmidt Shah Silva Singh Suzuki Svensson Tanaka Torres Ueda Varga Vasquez Virtanen Vogel Walsh Weber Williams Wong Yamamoto Yilmaz
Zhang Ziegler`.split(/\s+/);

export const COMPANIES =
  `Alder & Co|Basalt Studio|Birchline|Bright Mill|Cobalt Works|Corvid Labs|Driftwood Media|East Quay|Fable & Finch|Fernway|
Gable Studio|Halcyon Print|Juniper Row|Kestrel Supply|Lantern House|Little Harbour Bakery|Lowland Cycles|Maple & Pine|Meridian Schools|North Pier|
Old Town Books|Orchard Health|Paper Lantern|Quarry Lane|Redwood Clinics|River & Stone|Saltmarsh|Slate Architects|Sunday Coffee|Tern Logistics|
Tidal Energy|Union Yard|Vantage Point|Wildflower Events|Willow & Wren|Yellow Door`
    .split("|")
    .map((name) => name.trim());

/** Country, its time zone, and how many of a hundred people live there. */
export const COUNTRIES = [
  ["US", "America/New_York", 18],
  ["US", "America/Chicago", 8],
  ["US", "America/Los_Angeles", 10],
  ["GB", "Europe/London", 14],
  ["DE", "Europe/Berlin", 12],
  ["FR", "Europe/Paris", 7],
  ["NL", "Europe/Amsterdam", 5],
  ["SE", "Europe/Stockholm", 3],
  ["ES", "Europe/Madrid", 4],
  ["BR", "America/Sao_Paulo", 5],
  ["IN", "Asia/Kolkata", 6],
  ["JP", "Asia/Tokyo", 4],
  ["AU", "Australia/Sydney", 4],
] as const;
