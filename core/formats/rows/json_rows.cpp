#include "core/formats/json_list.h"
#include "core/formats/jsonl.h"
#include "core/formats/rows/file_format.h"
#include "core/formats/rows/reader_rows.h"

namespace tunebench {
namespace {

constexpr std::string_view kJsonEndings[] = {".jsonl", ".ndjson", ".json"};

/// Where the file should have a row a line, an object with a list is a row.
bool is_json_list(std::string_view beginning, std::string_view ending) {
    return begins_json_list(beginning) || (ending == ".json" && begins_json_object_with_list(beginning));
}

bool is_json_lines(std::string_view beginning, std::string_view) {
    const auto first = beginning.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && beginning[first] == '{';
}

Result<std::unique_ptr<RowSource>> open_json_list(const std::filesystem::path& file, std::string_view) {
    TRY(auto stream, open_byte_stream(file));
    return std::unique_ptr<RowSource>(
        std::make_unique<ReaderRows<JsonListReader>>(JsonListReader(std::move(stream))));
}

Result<std::unique_ptr<RowSource>> open_json_lines(const std::filesystem::path& file, std::string_view) {
    TRY(auto reader, JsonlReader::open(file));
    return std::unique_ptr<RowSource>(std::make_unique<ReaderRows<JsonlReader>>(std::move(reader)));
}

}  // namespace

const FileFormat& json_list_file_format() {
    static constexpr FileFormat format = {
        .name = "JSON", .endings = kJsonEndings, .is_begun_by = is_json_list, .open = open_json_list};
    return format;
}

const FileFormat& json_lines_file_format() {
    static constexpr FileFormat format = {
        .name = "JSON Lines", .endings = kJsonEndings, .is_begun_by = is_json_lines, .open = open_json_lines};
    return format;
}

}  // namespace tunebench
