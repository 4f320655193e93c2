/** What limits a figure that is not reached, by row; shown only where that is so. Written by hand after looking. */
export const limits: Readonly<Record<string, string>> = {
  "1": "CPU: the writer's thread and the broker's thread were both mostly busy, on two cores that they share with the generator. Bare aedes neither decodes nor stores. Where the time goes stands below.",
  "2": "as row 1; mosquitto is one thread of C that keeps nothing.",
  "4": "in a message of fifty the readings themselves are nearly all of the cost, and each is still judged and stored one by one.",
  "5": "a reading waits for the batch under way and then for its own, so that two commits and two hand-overs between threads can stand between it and its acknowledgement; and the disk's own p99 varies tenfold between rounds.",
  "6": "probably the reading's way through the writer's queue at that load.",
  "7": "not looked into. Connecting takes about half of it; bare aedes, which checks nobody, takes a third.",
  "8": "not looked into; beside bare aedes there is the gate, a session that listens to receipts, and a row for when each hub was seen.",
  "9": "probably that a year is read value by value and bucketed on each request, and that the read log's entry is fsynced before the answer; the median is far below.",
  "10": "a reading carries when it came, by which plan it was judged and which command brought it, as 16 columns of a clustered table.",
  "11": "not looked into; the large store does not fit the writer's page cache.",
  "12": "not looked into; Node's own start and loading the code are in it.",
  "13": "the log keeps each message's bytes as they came, uncompressed.",
};
