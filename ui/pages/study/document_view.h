// DocumentView: a report in the window: a card for each heading, with its texts, tables and scatter plots.
#pragma once

#include <map>

#include <QWidget>

#include "core/study/report/document.h"

class QLabel;
class QVBoxLayout;

namespace tunebench::ui {

class Card;

class DocumentView : public QWidget {
    Q_OBJECT

public:
    explicit DocumentView(QWidget* parent = nullptr);

    void setDocument(const Document& document);
    /// To add to; null when the document has no such heading.
    Card* card(const QString& heading) const;

private:
    void add(const DocumentHeading& heading);
    void add(const DocumentParagraph& paragraph);
    void add(const DocumentList& list);
    void add(const DocumentTable& table);
    void add(const DocumentScatter& scatter);
    void addText(const QString& text, bool isMuted);
    QVBoxLayout* place() const;

    QVBoxLayout* column_ = nullptr;
    QString heading_;  // under which things are added
    std::map<QString, Card*> cards_;
};

}  // namespace tunebench::ui
