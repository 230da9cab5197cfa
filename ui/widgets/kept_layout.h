// What somebody arranges by dragging is there again in the next session: sizes of panes and widths of
// columns. Who builds a widget marks it; who makes the page knows the settings.
#pragma once

class QSettings;
class QSplitter;
class QString;
class QTableView;
class QWidget;

namespace tunebench::ui {

void markPanesKept(QSplitter* splitter, const QString& name);
/// For tables whose columns have widths of their own, not those of their contents.
void markColumnsKept(QTableView* table, const QString& name);

/// Arranges what is marked below the page as it was left, and stores it whenever it changes.
void keepLayout(QWidget& page, QSettings& settings);

}  // namespace tunebench::ui
