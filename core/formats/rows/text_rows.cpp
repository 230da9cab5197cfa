#include "core/formats/documents.h"
#include "core/formats/rows/file_format.h"
#include "core/formats/rows/reader_rows.h"

namespace tunebench {
namespace {

constexpr std::string_view kTextEndings[] = {".txt", ".text", ".md", ".markdown"};

Result<std::unique_ptr<RowSource>> open_documents(const std::filesystem::path& file, std::string_view) {
    TRY(auto stream, open_byte_stream(file));
    return std::unique_ptr<RowSource>(
        std::make_unique<ReaderRows<DocumentReader>>(DocumentReader(std::move(stream))));
}

}  // namespace

const FileFormat& plain_text_file_format() {
    static constexpr FileFormat format = {
        .name = "plain text", .endings = kTextEndings, .open = open_documents, .holds_documents = true};
    return format;
}

}  // namespace tunebench
