package org.zhigong.ingest.functions;

@SuppressWarnings("DoNotCallSuggester")
final class Unwritten {
    private Unwritten() {}

    static <T> CellParser<T> cell() {
        return new CellParser<>() {
            @Override
            public T value(String text) {
                throw new UnsupportedOperationException("To be written");
            }

            @Override
            public String issue(String text) {
                throw new UnsupportedOperationException("To be written");
            }
        };
    }
}
