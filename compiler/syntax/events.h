// Receives yaml-cpp's events, finds each one's exact place with the cursor and hands it to the builder.
#pragma once

#include "syntax/builder.h"
#include "syntax/cursor.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <vector>

namespace planc {

class Events : public YAML::EventHandler {
public:
    Events(const Report& report, TreeBuilder& builder, Cursor cursor)
        : report_(report), builder_(builder), cursor_(cursor) {}

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

    const Cursor& cursor() const { return cursor_; }
    /// After the document: whatever is left of the file must be space.
    void check_rest();

private:
    enum class Shape : unsigned char { block_sequence, block_mapping, flow_sequence, flow_mapping, single_pair };
    struct Frame {
        Shape shape;
        std::size_t column; // where its keys or dashes stand, for block collections
        std::size_t nodes = 0;
        bool explicit_key = false;
        Span lead = {}; // the key or dash before the node that comes next
    };

    void enter_node(bool empty_allowed);
    void enter_item(Frame& frame);
    void enter_key(Frame& frame);
    void enter_value(Frame& frame, bool empty_allowed);
    void read_properties(const std::string& tag, bool anchored);
    void open(NodeKind kind, Shape shape, std::size_t anchor);
    void leave_node(Span span);
    std::size_t written_null() const;
    [[noreturn]] void stop(std::string message, std::string label = {}, std::string help = {});
    Span span(std::size_t begin, std::size_t end) const { return report_.span(begin, end); }

    const Report& report_;
    TreeBuilder& builder_;
    Cursor cursor_;
    std::vector<Frame> frames_;
};

} // namespace planc
