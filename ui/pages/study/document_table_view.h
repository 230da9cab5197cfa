// DocumentTableView: a table of a document, as high as its rows and no wider than its place as long as its
// words and numbers allow it: texts and titles take several lines before anything is cut.
#pragma once

#include <vector>

#include <QTableView>

#include "core/study/report/document.h"

namespace tunebench::ui {

class DocumentTableView : public QTableView {
    Q_OBJECT

public:
    explicit DocumentTableView(const DocumentTable& table, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void measure(const DocumentTable& table);
    void fitColumns();
    void fitHeight();
    int widthOf(std::size_t column, int most) const;
    int widthOfAll(int most) const;

    std::vector<int> wanted_;  // of each column, on one line
    std::vector<int> least_;   // that no word and no number is cut
    int fittedTo_ = -1;        // pixels
};

}  // namespace tunebench::ui
