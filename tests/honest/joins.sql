-- expect: ok
-- prints: Ada|2
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (author INTEGER REFERENCES people (id), title TEXT);
INSERT INTO people VALUES (1, 'Ada'), (2, 'Bob');
INSERT INTO books VALUES (1, 'Notes'), (1, 'Engine'), (2, 'Other');
WITH written AS (SELECT author, count(*) AS books FROM books GROUP BY author)
SELECT name, books FROM people JOIN written ON author = id ORDER BY books DESC LIMIT 1;
