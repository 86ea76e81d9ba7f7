package org.zhigong.ingest.read;

import org.zhigong.ingest.contract.Contract;

/** What the reader keeps of a contract from one file to the next. */
record FeedCells(Contract contract, HeaderNames names, ContractCells cells) {}
