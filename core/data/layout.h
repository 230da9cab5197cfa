// Layout: which columns of a row a training example is made from. A layout is a file of core/data/layouts,
// which defines it and the function that tells it, and a line in core/run/data_layouts.def.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/data/column_names.h"
#include "core/data/row_text.h"
#include "core/formats/data_row.h"
#include "core/run/run_config.h"

namespace tunebench {

struct ChatFormat;
struct RowFormat;

/// A part of an example; its name is what its column is called unless data.columns says otherwise.
struct LayoutPart {
    std::string_view name;
    bool is_required = true;
};

struct LayoutDescription {
    DataLayout layout;
    std::span<const LayoutPart> parts;

    /// The row's text. No segments when it has none but white space. Corrupt for a column of the wrong type;
    /// errors name file and line.
    Result<RowText> (*read)(const DataRow& row, const RowFormat& format);

    bool has_label = false;  // read where the task is to classify, and only there

    /// Which chat template is used and why, where it is not as the template itself says.
    std::string (*reason_of_chat)(const ChatFormat& chat) = nullptr;
};

/// In the order in which they are recognised.
std::span<const LayoutDescription* const> layouts();

/// `layout` is not Auto.
const LayoutDescription& layout_description(DataLayout layout);

/// "text", "prompt-completion" and so on, as in run files.
std::string_view layout_id(DataLayout layout);

/// The columns that every row of the layout has, as the file names them. `layout` is not Auto.
std::vector<std::string> layout_columns(DataLayout layout, const ColumnNames& names);

struct RecognisedLayout {
    DataLayout layout = DataLayout::Text;
    std::string reason = {};  // a sentence
};

/// Takes the first layout without a label whose columns all of the rows have; when there is none, the first
/// that the first row has, so that reading stops at the row that differs. Corrupt for a row that is no
/// object; InvalidArgument, with the columns that are there, when no layout fits.
Result<RecognisedLayout> recognise_layout(std::span<const DataRow> rows, const ColumnNames& names,
                                          const std::filesystem::path& file);

/// For a run that classifies: there is one layout. Says which columns it takes from the first row. Corrupt
/// for a row that is no object.
Result<RecognisedLayout> classification_layout(const DataRow& first, const ColumnNames& names,
                                               const std::filesystem::path& file);

/// Corrupt when the row is no object, InvalidArgument when it lacks a column of the layout; both name file
/// and line.
Result<void> check_row(const DataRow& row, DataLayout layout, const ColumnNames& names,
                       const std::filesystem::path& file);

}  // namespace tunebench
