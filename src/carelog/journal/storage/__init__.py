"""The SQLite file of a journal: connections, transactions, rows and the store on top of them."""
